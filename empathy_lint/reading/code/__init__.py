"""Messages in the code of mailers: the strings of translation calls and of calls that build a mail."""
