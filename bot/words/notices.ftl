# E-mails and texts to staff. They never hold a child's words or name, and are of one shape and size.

concern-subject = My IRO: a concern needs you
concern-body =
    A concern has come in on My IRO and nobody has taken it yet.

    Sign in to read it and take it: { $url }

    This message holds no details on purpose. If you cannot take it, do nothing: the next person is told.

waiting-subject = My IRO: somebody is waiting for you
waiting-body =
    Somebody on My IRO is waiting for you.

    Sign in to see who: { $url }

    This message holds no details on purpose.
