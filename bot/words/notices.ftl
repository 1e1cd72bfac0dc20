# What staff are told outside the portal. It never holds a child's words or name, and is of one shape and size.
# -body is an e-mail, -text a text message (160 characters hold the address as well), -push the code that the
# browser's own script (portal/static/notices-worker.js) turns into words.

concern-subject = My IRO: a concern needs you
concern-body =
    A concern waits on My IRO for somebody to take it.

    Sign in to read it and take it: { $url }

    This message holds no details on purpose. If you cannot take it, do nothing: the next person is told.
concern-text = My IRO: a concern needs you. Sign in to read it: { $url }
concern-push = concern

waiting-subject = My IRO: somebody is waiting for you
waiting-body =
    Somebody on My IRO is waiting for you.

    Sign in to see who: { $url }

    This message holds no details on purpose.
waiting-text = My IRO: somebody is waiting for you. Sign in to see who: { $url }
waiting-push = waiting

# `my-iro doctor --send-to`: somebody of the house waits for it.
trial-subject = My IRO: a test
trial-body =
    This is a test of My IRO, sent by whoever runs it. Nothing has happened, and nobody waits for you.

    It was sent by: { $url }
trial-text = My IRO: this is a test, sent by whoever runs it. Nothing has happened. { $url }
trial-push = trial

soon-subject = My IRO: something you agreed begins soon
soon-body =
    Something you agreed on My IRO begins soon.

    Sign in to see when and what: { $url }

    This message holds no details on purpose.
soon-text = My IRO: something you agreed begins soon. Sign in to see it: { $url }
soon-push = waiting
