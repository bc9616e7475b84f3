-- When somebody was told how much of his quota is used, so that he is told once within a window.

ALTER TABLE accounts.quota_subject
    ADD COLUMN near_told_at    timestamptz,
    ADD COLUMN used_up_told_at timestamptz;
COMMENT ON COLUMN accounts.quota_subject.near_told_at IS 'When he was last told that most of it is used; not indexed';
COMMENT ON COLUMN accounts.quota_subject.used_up_told_at IS 'When he was last told that all of it is used; not indexed';
