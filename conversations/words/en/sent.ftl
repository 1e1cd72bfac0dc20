# What comes without words: voice notes, drawings, pictures. Say who listens and when. Never ask the child to type.

sent-voice = { $band ->
    [younger] I'm a computer, so I can't listen. { worry-officer } will listen today.{ sent-iro-too } You don't have to say it again.
   *[older] I'm a computer, so I can't listen. A person can: { worry-officer } will listen today.{ sent-iro-too } You don't have to say it again.
}
sent-drawing = { $band ->
    [younger] I'm a computer, so I can't look. { worry-officer } will look today.{ sent-iro-too }
   *[older] I'm a computer, so I can't look at it. A person can: { worry-officer } will look today.{ sent-iro-too }
}
sent-voice-answer = { $band ->
    [younger] I kept your voice note. I can't listen, but { worry-officer } will today.{ sent-iro-too }
   *[older] I've kept your voice note as your answer. I can't listen to it, but { worry-officer } will today.{ sent-iro-too }
}
sent-drawing-answer = { $band ->
    [younger] I kept your drawing. I can't look, but { worry-officer } will today.{ sent-iro-too }
   *[older] I've kept your drawing as your answer. I can't look at it, but { worry-officer } will today.{ sent-iro-too }
}
sent-iro-too = { $iro_hears ->
    [yes] {" "}Then { $iro } gets it too.
   *[no] {""}
}
sent-lost = { $band ->
    [younger] That did not come through to me. It is not your fault. A person will ask you about it today.
   *[older] That didn't come through to me, and that's not your fault. A person will ask you about it today. You can write it, or try a shorter one.
}
sent-too-many = { $band ->
    [younger] You sent me a lot. I can't keep more just now. { worry-officer } knows that there was more. You can write to me.
   *[older] That is more than I can keep in one hour. I did not keep the last one. { worry-officer } knows that you sent more. You can write to me, or try again in an hour.
}
sent-no-pictures = { $band ->
    [younger] I can't take pictures or videos. They can show too much, like your face or your home. You can tell me in words.
   *[older] I can't take pictures or videos. They can show more than you mean to, like your face or where you live. Please don't send it again. You can tell me in words. { worry-officer } will know that you tried.
}
was-heard = { $sent ->
    [drawing] { $who } has looked at what you sent. Thank you.
   *[voice] { $who } has listened to your voice note. Thank you.
}
sent-your-voice = your voice note
sent-your-drawing = your drawing
