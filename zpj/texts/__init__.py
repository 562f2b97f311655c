"""Every word a user reads, as data: one folder a language (``zh``), one TOML file a topic, one loader.

A language is a folder. Which one is read is asked once a process, from the environment variable
``ZPJ_LANGUAGE``; what a language does not have is read from Chinese, which is whole.
"""

from zpj.texts.loading import LANGUAGE, read_wording, topics, wording

__all__ = ["LANGUAGE", "read_wording", "topics", "wording"]
