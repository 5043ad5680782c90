-- Run once as the administrator of an owner's database: the login that answers requests. It owns nothing; the
-- migrations grant it what it may read. DEVELOPMENT PASSWORD: production creates this role with its own.
create role concordat_application login password 'development-only';
