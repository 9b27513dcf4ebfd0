"""The texts, before anything is made of them."""

import re

import pytest

from sandbox.demo.blocks import raw_body
from sandbox.demo.content import LANGUAGES, languages_of, load, stories
from sandbox.demo.pictures import SCENES

STORIES = stories()


def test_content_has_stories_in_both_languages_and_some_in_both():
    originals = [story["original"] for story in STORIES.values()]
    by_hand = [key for key, story in STORIES.items() if len(languages_of(story)) == 2]
    assert {code: originals.count(code) for code in LANGUAGES} == {"en": 7, "es": 6}
    assert by_hand == ["register", "well-water", "river-land"]


def test_content_shows_every_relation_of_a_source():
    relations = {source["relation"] for story in STORIES.values() for source in story["sources"]}
    assert relations == {"based_on", "translation_of", "republished_from"}


def test_content_names_only_what_there_is():
    people, topics = load("people"), load("topics")
    for story in STORIES.values():
        assert story["picture"] in SCENES
        assert set(story["authors"]) <= set(people)
        assert set(story["topics"]) <= set(topics)


def test_content_has_its_pictures_each_once():
    assert sorted(story["picture"] for story in STORIES.values()) == sorted(SCENES)


def test_content_links_only_to_names_that_cannot_exist():
    text = "".join(str(story) for story in STORIES.values()) + str(load("comments"))
    hosts = set(re.findall(r"(?:https?://|@)([\w.-]+)", text))
    assert hosts
    assert {host for host in hosts if not host.endswith(".example")} == set()


@pytest.mark.parametrize("key", [key for key, story in STORIES.items() if len(languages_of(story)) == 2])
def test_content_of_a_story_by_hand_has_the_same_blocks_in_both_languages(key: str):
    shapes = [[next(iter(block)) for block in STORIES[key][code]["body"]] for code in LANGUAGES]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("key", [key for key, story in STORIES.items() if "mended" in story])
def test_content_of_a_mended_draft_has_the_blocks_of_its_original(key: str):
    story = STORIES[key]
    original = raw_body(key, story[story["original"]]["body"], "Sample.")
    mended = raw_body(key, story["mended"]["body"], "Muestra.")
    assert [(block["type"], block["id"]) for block in original] == [(block["type"], block["id"]) for block in mended]


def test_content_shows_each_state_of_a_machine_draft_once():
    states = sorted(story["machine"] for story in STORIES.values() if "machine" in story)
    assert states == ["approved", "failed", "stale", "waiting"]
