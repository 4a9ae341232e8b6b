"""claims.db: migrations, queries, audit trail. The only room with SQL."""
