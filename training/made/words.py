"""The words of customer messages, by the grammar they take. All are ours."""

from __future__ import annotations

TRANSITIVE_VERBS = (
    "pay settle clear review check visit choose select open click tap enter download complete sign return submit send "
    "upload update confirm verify contact call email text ignore disregard keep read follow provide include bring use "
    "change cancel arrange schedule book request report track view print scan attach reset activate register "
    "add remove "
    "save quote forward ask press dial note remember consider avoid stop start see find give tell show take move renew "
    "collect record claim order join access switch transfer replace disconnect unplug restart install refer fill make "
    "message ring store pick type hit try get hold reschedule rebook accept decline reduce delay miss lose share"
).split()

PARTICLE_VERBS = (("fill", "in"), ("set", "up"), ("fill", "out"), ("pay", "off"), ("look", "up"), ("turn", "off"))
"""Verb and particle that take an object."""

INTRANSITIVE_PARTICLE_VERBS = (
    ("log", "in"), ("sign", "in"), ("sign", "up"), ("opt", "out"), ("log", "on"), ("scroll", "down"), ("hang", "up"),
)  # fmt: skip

PREPOSITIONAL_VERBS = (
    ("speak", "to"), ("reply", "to"), ("respond", "to"), ("go", "to"), ("apply", "for"), ("wait", "for"),
    ("talk", "to"), ("click", "on"), ("write", "to"), ("look", "at"), ("act", "on"),
)  # fmt: skip

NOUNS = (
    "payment balance account bill invoice form letter notice amount fee charge plan receipt statement card number "
    "reference email link website page app portal team agent adviser branch office case claim order booking "
    "appointment "
    "subscription contract policy service meter reading document copy application request address password code option "
    "date instalment debt refund deposit message reminder loan mortgage rent repayment schedule budget income parcel "
    "delivery warranty item tenancy permit licence visit engineer supply"
).split()

ADJECTIVES = (
    "outstanding full overdue new next final online current monthly minimum correct latest attached enclosed total "
    "remaining missed unpaid"
).split()

STATES = ("overdue", "late", "due", "unpaid", "ready", "closed", "available", "behind", "open", "active")

PARTICIPLES: dict[str, str] = {
    "add": "added", "approve": "approved", "block": "blocked", "cancel": "cancelled", "charge": "charged",
    "close": "closed", "contact": "contacted", "decline": "declined", "deliver": "delivered",
    "disconnect": "disconnected", "pass": "passed", "pay": "paid", "process": "processed", "receive": "received",
    "refer": "referred", "refund": "refunded", "reject": "rejected", "remove": "removed", "report": "reported",
    "restrict": "restricted", "return": "returned", "reverse": "reversed", "review": "reviewed", "send": "sent",
    "settle": "settled", "suspend": "suspended", "terminate": "terminated", "transfer": "transferred",
    "update": "updated",
}  # fmt: skip

GERUNDS: dict[str, str] = {
    "add": "adding", "call": "calling", "change": "changing", "choose": "choosing", "contact": "contacting",
    "pay": "paying", "return": "returning", "send": "sending", "settle": "settling", "update": "updating",
    "use": "using", "visit": "visiting",
}  # fmt: skip

HEADING_MODIFIERS = (
    "call order contact visit return report review check payment text account balance claim refund request record "
    "transfer switch charge post access email reply"
).split()
"""Nouns that look like verbs, as they stand first in headings: "Contact details"."""

HEADING_HEADS = (
    "charges number details summary policy options confirmation information history hours date team centre reference "
    "overview code form"
).split()

PLURAL_HEADS: dict[str, str] = {
    "charges": "charge", "details": "detail", "options": "option", "hours": "hour",
}  # fmt: skip

ACTION_NOUNS = (
    ("failure", True), ("refusal", True), ("attempt", True), ("request", True), ("decision", True),
    ("payment", False), ("settlement", False), ("cancellation", False), ("receipt", False), ("return", False),
    ("use", False), ("disclosure", False),
)  # fmt: skip
"""Nouns of action that begin a sentence, and whether they take "to" and a verb ("Failure to respond")."""

CONSEQUENCES = (
    "disconnection fees charges action suspension delay closure enforcement interest restrictions collection removal"
).split()

PLURAL_CONSEQUENCES: dict[str, str] = {"fees": "fee", "charges": "charge", "restrictions": "restriction"}

REPLY_WORDS = ("STOP", "YES", "NO", "HELP", "PAY", "HELP", "DATE", "CALL", "1", "2")

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

ALERTS = ("reminder", "notice", "tip", "alert", "warning", "update")
ALERT_ADJECTIVES = ("urgent", "important")
