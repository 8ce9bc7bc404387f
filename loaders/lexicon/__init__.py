"""What the reader knows beforehand, as data: names, endings, verbs, posts, places; one file a matter."""
