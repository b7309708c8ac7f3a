"""The script that one would write in an afternoon: spaCy's tokenizer, VADER and textstat over every file.

Of textstat it takes two grades by the length of words, which need no dictionary of sounds from the network.

python plain_script.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
import textstat
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer


def main() -> None:
    """Print sentiment and reading grade of each file."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    vader = SentimentIntensityAnalyzer()
    for path in sorted(Path(sys.argv[1]).rglob("*.*")):
        text = path.read_text(encoding="utf-8")
        moods = [vader.polarity_scores(sentence.text)["compound"] for sentence in nlp(text).sents]
        print(path, min(moods), textstat.automated_readability_index(text), textstat.coleman_liau_index(text))


if __name__ == "__main__":
    main()
