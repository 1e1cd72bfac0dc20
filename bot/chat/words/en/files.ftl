# Voice notes, pictures, leaflets.

voice-record = Record a voice note
voice-asking = Your browser asks about the microphone. Tap allow to talk.
voice-denied = This page can't use the microphone. You can turn it on in the browser, or write.
voice-no-microphone = I can't find a microphone here. You can write.
voice-unsupported = This browser can't record. You can write.
voice-recording = I'm recording. Tap stop when you're done.
voice-stop = Stop
voice-ready = Listen to it first if you like. Then send it, or delete it.
voice-full = That's as long as one can be. Send it, then record the next.
voice-delete = Delete
voice-note = Voice note
voice-heard = A person has listened
file-leaflet = Leaflet
file-drawing = Your picture
file-show = Show your picture
file-cannot = Can't play this now
file-cannot-open = Can't open this now
picture-send = Send a drawing
picture-too-large = That picture is too large. Try a smaller one.
