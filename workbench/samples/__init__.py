"""The sample workspace's material: an article to review and dated evidence notes, in our own words."""
