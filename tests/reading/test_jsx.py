"""Mails written as React components: what their reader gets is read, at its place, and nothing else of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_helpers import assert_positions_hold, blocks_of, message_of, prose_of, reading_of, source_of

from empathy_lint.reading.discovery import discover
from empathy_lint.reading.formats import format_of
from empathy_lint.reading.message import BlockKind, Message, PlaceholderKind
from empathy_lint.settings.resolving import Settings

PAYMENT = """import {
  Body, Button, Head, Heading, Hr, Html, Img, Link, Preview, Section, Text,
} from '@react-email/components'
import * as React from 'react'

interface Props { firstName?: string; plan: string; retryDate?: Date; payUrl: string }

const previewText = `A payment for your plan did not go through`

export const PaymentFailed = ({ firstName = 'there', plan, retryDate, payUrl }: Props) => {
  const retryOn = retryDate?.toLocaleDateString('en-GB')
  return (
    <Html lang="en">
      <Head />
      <Preview>{previewText}</Preview>
      <Body style={main}>
        <Img src={`${base}/logo.png`} width="40" alt="The Rowan & Pine tree" />
        <Heading style={h1}>Your payment</Heading>
        <Text style={text}>Dear {firstName},</Text>
        <Text style={text}>
          We couldn&apos;t take the payment for{' '}
          <strong>{plan}</strong>. Nothing
          changes today.
        </Text>
        {retryDate ? (
          <Text>We try again on {retryOn}.</Text>
        ) : (
          <Text>We will not try again.</Text>
        )}
        <Section><Button style={button} href={payUrl}>Choose a card</Button></Section>
        <Hr />
        {/* the foot of each mail */}
        <Text style={footer}>Rowan & Pine, <Link href="mailto:help@rowan.example">help@rowan.example</Link></Text>
      </Body>
    </Html>
  )
}

PaymentFailed.PreviewProps = { firstName: 'Ada Lovelace', plan: 'Not a text of the mail' }
PaymentFailed.subject = 'About your last payment'

const main = { fontFamily: '-apple-system, "Segoe UI", sans-serif' }
const button = { padding: '12px 24px' }
"""


def jsx(body: str, before: str = "") -> str:
    head = "import { Html, Text } from '@react-email/components'"
    return f"{head}\n{before}\nexport const Late = (props) => (<Html>{body}</Html>)\n"


def prose(body: str, before: str = "") -> list[str]:
    message = message_of(jsx(body, before), "emails/late.tsx")
    assert_positions_hold(message)
    return [block.prose for block in message.blocks]


def whens(body: str, before: str = "") -> list[tuple[str, ...]]:
    return [row.when for row in message_of(jsx(body, before), "emails/late.tsx").variants]


def test_a_mail_of_react_email_is_read_as_its_reader_gets_it() -> None:
    assert blocks_of(PAYMENT, "emails/payment-failed.tsx") == [
        ("subject", "About your last payment"),
        ("preheader", "A payment for your plan did not go through"),
        ("alt-text", "The Rowan & Pine tree"),
        ("heading", "Your payment"),
        ("paragraph", "Dear Alex,"),
        ("paragraph", "We couldn't take the payment for item. Nothing changes today."),
        ("paragraph", "We try again on Friday."),
        ("paragraph", "We will not try again."),
        ("button", "Choose a card"),
        ("footer", "Rowan & Pine, help@rowan.example"),
    ]


def test_every_word_of_it_stands_where_it_is_written() -> None:
    message = message_of(PAYMENT, "emails/payment-failed.tsx")
    assert_positions_hold(message)
    assert source_of(message, "couldn't take") == "couldn&apos;t take"
    assert source_of(message, "Nothing changes") == "Nothing\n          changes"
    assert source_of(message, "A payment", BlockKind.PREHEADER) == "A payment"
    assert source_of(message, "Alex") == "{firstName}"
    assert [row.when for row in message.variants] == [("retryDate",), ("not retryDate",)]
    assert message.declared == {"channel": "email"}
    assert not message.is_fragment
    (button,) = [block for block in message.blocks if block.kind is BlockKind.BUTTON]
    assert button.links[0].target == "{{ payUrl }}"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<Text>We\n    sent\n\n    this. </Text>", ["We sent this."]),
        ("<Text>\n  One <b>bold</b>\n  <i>word</i>\n</Text>", ["One boldword"]),
        ("<Text>One{' '}\n  <b>bold</b>{\" \"}\n  word</Text>", ["One bold word"]),
        ("<Text>Terms & conditions, Q&amp;A&nbsp;&copy;</Text>", ["Terms & conditions, Q&A ©"]),
        ("<Text>{'It\\'s \"here\" & <there>'}</Text>", ["It's \"here\" & <there>"]),
        ('<Text>{"caf\\u00e9 \\ud83d\\ude00 {{ amount }}"}</Text>', ["café 😀 $50"]),
        ("<Text>{`Dear ${user.firstName}, pay ${amount} \\`now\\``}</Text>", ["Dear Alex, pay $50 `now`"]),
        ("<Text>{'Pay ' + amount + ' by ' + dueDate}</Text>", ["Pay $50 by Friday"]),
        ("<Text>See https://a.example/x // not a comment</Text>", ["See https://a.example/x // not a comment"]),
        ("<Text>Dear {name || 'customer'}, {range.size} {30} days {null}</Text>", ["Dear Alex, item 30 days"]),
        ("<Text>one<br/>two</Text>", ["one\ntwo"]),
        ("<Text>Hi.{/* not for <b>readers</b> */}</Text>", ["Hi."]),
        ("<Text><>Both <>are</> read</></Text>", ["Both are read"]),
        ("<style>{`p { color: red }`}</style><Text>Only this.</Text>", ["Only this."]),
        ("<p dangerouslySetInnerHTML={{ __html: '<b>Stay</b> calm &amp; call.' }} />", ["Stay calm & call."]),
        ("{t('late.greeting')}<Text>{t('We wrote to you')}</Text>", ["We wrote to you"]),
        ("<Text><Trans i18nKey='x'>Please <b>call</b> us</Trans></Text>", ["Please call us"]),
        ("<Text>{intl.formatMessage({ id: 'a.b', defaultMessage: 'Please call us' })}</Text>", ["Please call us"]),
    ],
)  # fmt: skip
def test_what_jsx_says(body: str, said: list[str]) -> None:
    assert prose(body) == said


def test_conditions_are_branches() -> None:
    assert prose("{late && <Text>You are late.</Text>}<Text>Bye.</Text>") == ["You are late.", "Bye."]
    assert whens("{late && <Text>You are late.</Text>}<Text>Bye.</Text>") == [("late",), ("not late",)]
    body = "{stage === 'final' ? <Text>Last one.</Text> : stage === 'first' ? <Text>First one.</Text> : null}"
    assert whens(f"{body}<Text>Bye.</Text>") == [
        ("stage is final",),
        ("stage is first",),
        ("stage is none of final, first",),
    ]


def test_ways_out_of_a_component_are_branches_and_one_with_nothing_is_none() -> None:
    text = """export default function Mail({ user, locked, kind }) {
      if (!user) return null
      if (locked) {
        return <Html><Text>Your account is locked for now.</Text></Html>
      }
      switch (kind) {
        case 'a':
        case 'b':
          return <Html><Text>You have a plan of A or B.</Text></Html>
        default:
          return <Html><Text>You have no plan yet.</Text></Html>
      }
    }
    """
    message = message_of(text, "mail.jsx")
    said = {row.when: [message.blocks[number].prose for number in row.blocks] for row in message.variants}
    assert said[("locked",)] == ["Your account is locked for now."]
    assert ["You have no plan yet."] in said.values()
    assert len(said) == 3


def test_lists_are_read_once_and_those_in_the_file_item_by_item() -> None:
    before = "const steps = ['Open your account', \"Choose what's right\"]"
    assert prose("<ul>{steps.map((step, i) => <li key={i}>{step}</li>)}</ul>", before) == [
        "Open your account",
        "Choose what's right",
    ]
    assert prose("{bills.map(bill => <Text key={bill.id}>Bill {bill.number} is open.</Text>)}") == [
        "Bill 12345 is open."
    ]


def test_names_stand_for_what_the_file_says_of_them() -> None:
    before = (
        "const COPY = { first: { title: 'A small note' }, last: { title: 'One more note' } }\n"
        "function bodyOf(days) { if (days > 30) { return 'It is a while ago.' } return `It is ${days} days ago.` }\n"
    )
    body = "<Heading>{COPY[kind].title}</Heading><Text>{bodyOf(days)}</Text>"
    assert prose(body, before) == ["A small note", "One more note", "It is a while ago.", "It is 12345 days ago."]


def test_a_name_in_the_midst_of_words_is_a_value_so_that_no_edit_reaches_elsewhere() -> None:
    before = "const firm = 'Rowan Pine'\n"
    (message,) = reading_of(jsx("<Text>All of us at {firm} say hello.</Text>", before), "emails/late.tsx").messages
    assert [block.prose for block in message.blocks] == ["All of us at Acme say hello."]
    assert [row.code for row in message.blocks[0].placeholders] == ["{{ firm }}"]
    assert prose("<Text>{firm}</Text>", before) == ["Rowan Pine"]


def test_components_of_the_file_are_read_where_they_are_put() -> None:
    before = (
        "const P = ({ children }) => <Text className='mb'>{children}</Text>\n"
        "function Fact({ label, value }) { return <tr><td>{label}</td><td>{value}</td></tr> }\n"
        "const Foot = () => <Text style={styles.footer}>Questions? Write to us.</Text>\n"
    )
    body = '<P>Dear {name}, we wrote.</P><Fact label="Amount due" value={`$${total}`} /><Foot />'
    (message,) = reading_of(jsx(body, before), "emails/late.tsx").messages
    assert [(row.kind.value, row.prose) for row in message.blocks] == [
        ("paragraph", "Dear Alex, we wrote."),
        ("table-cell", "Amount due"),
        ("table-cell", "$50"),
        ("footer", "Questions? Write to us."),
    ]


def test_properties_of_a_senders_own_components_are_read_where_they_are_words() -> None:
    text = """import { EmailLayout, CtaButton, InfoBox } from './components'
    export default () => (
      <EmailLayout preview="A bill is open" theme="dark" footer={<Text>Write to us.</Text>}>
        <InfoBox title="What happens next" text={`We call you, ${name}.`} icon="bell" variant="warning box" />
        <CtaButton label="Pay" href={url} />
      </EmailLayout>
    )
    """
    assert blocks_of(text, "emails/late.tsx") == [
        ("preheader", "A bill is open"),
        ("heading", "What happens next"),
        ("paragraph", "We call you, Alex."),
        ("button", "Pay"),
        ("paragraph", "Write to us."),
    ]


def test_markdown_in_a_component_is_read_as_such() -> None:
    body = "<Markdown>{`\n## Hello\n\nYour **bill** is [here](${url}).\n\n- Call us\n- Or write\n`}</Markdown>"
    message = message_of(jsx(body), "emails/late.tsx")
    assert_positions_hold(message)
    assert [(row.kind.value, row.prose) for row in message.blocks] == [
        ("heading", "Hello"),
        ("paragraph", "Your bill is here."),
        ("list-item", "Call us"),
        ("list-item", "Or write"),
    ]


@pytest.mark.parametrize(
    "beside",
    [
        "Late.subject = `Your bill, ${name}`",
        "export const subject = `Your bill, ${props.name}`",
        "export const getSubject = ({ name }) => `Your bill, ${name}`",
        "export function send(to) { return mail.send({ to, subject: `Your bill, ${to.name}`, react: <Late /> }) }",
    ],
)
def test_a_subject_beside_the_component_is_that_of_the_mail(beside: str) -> None:
    text = jsx("<Head><title>Bill</title></Head><Text>Your bill is open.</Text>") + beside
    said = [(row.kind.value, row.prose) for row in message_of(text, "emails/late.tsx").blocks]
    assert said == [("subject", "Your bill, Alex"), ("paragraph", "Your bill is open.")]


def test_several_mails_in_a_file_are_messages_by_the_names_of_their_components() -> None:
    text = (
        "const Foot = () => <p>Write to us.</p>\n"
        "export const First = () => <html><p>A first letter.</p><Foot /></html>\n"
        "export function Second() { return <html><p>A second letter.</p><Foot /></html> }\n"
        "First.subject = 'One'\nSecond.subject = 'Two'\n"
    )
    said = {row.key: [block.prose for block in row.blocks] for row in reading_of(text, "mails.tsx").messages}
    assert said == {
        "First": ["One", "A first letter.", "Write to us."],
        "Second": ["Two", "A second letter.", "Write to us."],
    }


def test_a_part_of_mails_is_a_fragment() -> None:
    part = "import { Text } from '@react-email/components'\nexport const Foot = () => <Text>Write to us.</Text>"
    assert message_of(part, "emails/components/foot.tsx").is_fragment
    assert not message_of(PAYMENT, "components/payment.tsx").is_fragment


def test_a_comment_silences_the_element_behind_it() -> None:
    comment = "{/* empathy-lint: ignore-next blame-language -- agreed with the regulator */}"
    message = message_of(jsx(f"{comment}\n<Text>\n  You failed.\n</Text>\n<Text>You failed.</Text>"), "emails/late.tsx")
    (row,) = message.suppressions
    first, second = message.blocks
    assert row.start <= first.slices[0].source_start < row.end <= second.slices[0].source_start


def test_only_values_that_tell_something_are_known_by_their_kind() -> None:
    message = message_of(jsx("<Text>Pay {invoice.total} by {formatDate(dueDate)}.</Text>"), "emails/late.tsx")
    kinds = [row.kind for row in message.blocks[0].placeholders]
    assert kinds == [PlaceholderKind.AMOUNT, PlaceholderKind.DATE]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("export const A = () => (<Html><Text>You can call us.</Text><Text>And {</Html>)", "You can call us."),
        ("export const A = () => <Text>You can call us.", "You can call us."),
        ("const x = {\nexport const A = () => (<Html><Text>You can call us.</Text></Html>)", "You can call us."),
    ],
)
def test_broken_code_is_told_and_what_can_be_read_is(text: str, said: str) -> None:
    reading = reading_of(text, "emails/a.tsx")
    (problem,) = reading.problems
    assert "no JSX that can be understood" in problem.message
    assert said in " ".join(block.prose for message in reading.messages for block in message.blocks)


def test_javascript_is_jsx_where_it_holds_elements() -> None:
    assert format_of("late.js", "module.exports = () => (\n  <Html><Text>Hi.</Text></Html>\n)") == "jsx"
    assert format_of("late.js", "module.exports = () => `<p>Hi.</p>`") != "jsx"
    assert format_of("late.jsx", "") == "jsx"


def test_in_folders_mails_are_read_and_the_pages_of_an_application_are_not(tmp_path: Path) -> None:
    page = "export const Page = () => <main><p>We could not find your bill.</p></main>\n"
    form = "import { useState } from 'react'\nexport const Mail = () => <p onClick={() => go()}>You owe us money.</p>\n"
    files = {
        "app/emails/late.tsx": jsx("<Text>Your bill is open.</Text>"),
        "src/billing/Overdue.jsx": jsx("<Text>Your bill is open.</Text>"),
        "src/emails/plain.tsx": "export const Late = () => <div><p>Your bill is open.</p></div>\n",
        "src/emails/late.js": "export const Late = () => <div><p>Your bill is open.</p></div>\n",
        "src/emails/send.js": "export const send = () => mail(`<p>Your bill is open.</p>`)\n",
        "src/emails/late.test.tsx": jsx("<Text>Your bill is open.</Text>"),
        "src/emails/styles.tsx": "export const a = { color: 'Not for any reader' }\n",
        "src/emails/Form.tsx": form,
        "src/pages/EmailPage.tsx": page,
        "src/components/email-template.tsx": "export const Hello = () => <div><h1>Hello, {name}!</h1></div>\n",
        "src/pages/Bill.tsx": page,
        "src/app.js": page,
        "src/app/emails/page.tsx": page,
        "src/mail/Inbox.tsx": "import { Mail } from 'lucide-react'\n" + page,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = {Path(name).relative_to(tmp_path).as_posix() for name in discover([str(tmp_path)], Settings()).files}
    assert found == {
        "app/emails/late.tsx",
        "src/billing/Overdue.jsx",
        "src/components/email-template.tsx",
        "src/emails/plain.tsx",
        "src/emails/late.js",
    }


def test_a_page_that_is_named_is_read() -> None:
    assert prose_of("export const Page = () => <p>We could not find your bill.</p>", "src/pages/Bill.tsx") == [
        "We could not find your bill."
    ]


MARKUP = "<Text>|</Text>|<b>|</b>|<>|</>|<A |/>|<F />|<Markdown>|title=|&amp;|&|//|{/*|*/}|\n  "
CODE = (
    "{|}|{'|'}|{`|`}|${|(|)|=>|? | : | && |.map(x => |const a = |return |if (a) |function F() {|F()|{a}|switch (k) {|["
)
SAID = "late|We wrote to you. |It's |\"Pay us now\"|t('We call you')|\\|\"|é😀|\ue000|# |**|[a](b)|\\ud83d|`"
SNIPPETS = st.sampled_from([*f"{MARKUP}|{CODE}|{SAID}".split("|"), "||", "|"])


@given(st.lists(SNIPPETS, max_size=40), st.booleans())
def test_any_jumble_is_read_and_every_character_has_a_place(snippets: list[str], inside: bool) -> None:
    jumble = "".join(snippets)
    text = f"export const A = () => (<Html>{jumble}</Html>)\n" if inside else f"a;{jumble}\n"
    for message in reading_of(text, "emails/a.tsx").messages:
        assert_positions_hold(message)


def test_components_that_hold_each_other_without_end_end() -> None:
    text = "const A = () => <div><B /><p>Hello there.</p></div>\nconst B = () => <div><A /><A /></div>\n"
    messages: tuple[Message, ...] = reading_of(text, "emails/a.tsx").messages
    assert any("Hello there." in block.prose for message in messages for block in message.blocks)
    doubling = "".join(f"const A{n} = () => <div><A{n + 1} /><A{n + 1} /></div>\n" for n in range(40))
    assert reading_of(doubling + "const A40 = () => <p>Hello there.</p>", "emails/a.tsx").messages
    nested = "<b>" * 3000 + "deep" + "</b>" * 3000
    assert reading_of(f"export const A = () => <p>Hello.{nested}</p>", "emails/a.tsx").messages
