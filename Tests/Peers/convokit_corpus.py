"""Loads a corpus that `rejoinder export --as convokit` wrote with the real ConvoKit and compares it
with the same discussions in the filter form. Usage: convokit_corpus.py CORPUS DISCUSSIONS.jsonl"""

import json
import sys
import warnings

import convokit

warnings.simplefilter("ignore")
folder, lines = sys.argv[1:3]
corpus = convokit.Corpus(filename=folder)
with open(lines, encoding="utf-8", newline="\n") as file:
    discussions = [json.loads(line) for line in file if line.strip()]

assert len(list(corpus.iter_conversations())) == len(discussions), "conversations"
comments = replies = walks = 0
speakers = set()
for discussion in discussions:
    conversation = corpus.get_conversation(discussion["id"])
    assert conversation.check_integrity(verbose=False), discussion["id"]
    utterances = {}
    article = None
    for utterance in conversation.iter_utterances():
        own = utterance.meta["rejoinder"]
        if own.get("article"):
            article = utterance.id
        else:
            utterances[own["id"]] = utterance
    assert set(utterances) == {comment["id"] for comment in discussion["comments"]}
    if article is not None:
        assert corpus.get_utterance(article).text == discussion.get("body", "")
        assert corpus.get_utterance(article).reply_to is None
    for comment in discussion["comments"]:
        utterance = utterances[comment["id"]]
        comments += 1
        assert utterance.text == comment.get("text", "")
        expected = comment.get("account") or comment.get("author") or f"unknown:{utterance.id}"
        assert utterance.speaker.id == expected, (utterance.speaker.id, expected)
        speakers.add(expected)
        parent = comment.get("parent")
        if parent in utterances:
            replies += 1
            assert utterance.reply_to == utterances[parent].id
        else:
            assert utterance.reply_to == article
        assert utterance.meta.get("score") == comment.get("score")
    # Every utterance is reached from the root; ConvoKit walks only where every time is known.
    if any(utterance.timestamp is None for utterance in conversation.iter_utterances()):
        continue
    walks += 1
    assert len(list(conversation.traverse("bfs"))) == len(conversation.get_utterance_ids())
assert speakers <= set(corpus.get_speaker_ids())
print(
    f"ConvoKit {getattr(convokit, '__version__', '')} loaded {len(discussions)} conversations,"
    f" {comments} comments, {replies} replies, {len(speakers)} speakers; {walks} were walked through"
)
