"""What can go wrong in the running service, in one tree.

ServiceError
├── Misconfigured     a setting is missing or wrong; the service does not start
├── BadArrival        a channel sent what cannot be an arrival; it is refused, nothing was stored
└── SendTrouble       a channel did not take a message
    ├── TryLater      flood limit, network or their fault; `after` seconds
    │   └── Unsure    no answer came: it may have been sent, and a repeat is allowed
    ├── Unreachable   this recipient cannot be reached there any more
    └── OurFault      the message itself is wrong; a human must look
"""


class ServiceError(Exception):
    """The root of the tree."""


class Misconfigured(ServiceError):
    pass


class BadArrival(ServiceError):
    pass


class SendTrouble(ServiceError):
    pass


class TryLater(SendTrouble):
    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class Unsure(TryLater):
    pass


class Unreachable(SendTrouble):
    pass


class OurFault(SendTrouble):
    pass
