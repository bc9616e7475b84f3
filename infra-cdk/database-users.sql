-- The three users that functions sign in as by IAM token, and what each may do. Run by the master user; running it again
-- changes nothing. One statement a line: the RDS Data API takes one at a time.
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lumia_owner') THEN CREATE ROLE lumia_owner LOGIN; END IF; END $$
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lumia_write') THEN CREATE ROLE lumia_write LOGIN; END IF; END $$
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lumia_read') THEN CREATE ROLE lumia_read LOGIN; END IF; END $$
GRANT rds_iam TO lumia_owner, lumia_write, lumia_read
-- The master must be one of the owner's to say what the owner's tables grant.
GRANT lumia_owner TO CURRENT_USER
-- The migration makes schemas and tables; what it makes, others may use.
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO lumia_owner', current_database()); END $$
GRANT CREATE ON SCHEMA public TO lumia_owner
ALTER DEFAULT PRIVILEGES FOR ROLE lumia_owner GRANT USAGE ON SCHEMAS TO lumia_write, lumia_read
ALTER DEFAULT PRIVILEGES FOR ROLE lumia_owner GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO lumia_write
ALTER DEFAULT PRIVILEGES FOR ROLE lumia_owner GRANT SELECT ON TABLES TO lumia_read
ALTER DEFAULT PRIVILEGES FOR ROLE lumia_owner GRANT USAGE, SELECT ON SEQUENCES TO lumia_write
