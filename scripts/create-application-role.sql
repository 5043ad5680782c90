-- Run once as the administrator of the server of an owner's database: the login that answers requests. It owns nothing;
-- the migrations grant it what it may read. DEVELOPMENT PASSWORD: production creates this role with its own.
create role concordat_application login password 'development-only';
-- The role with whose right the policies' functions read. Nobody logs in as it. A migrating login that is no superuser
-- must belong to it: grant concordat_predicates to <that login>;
create role concordat_predicates nologin;
