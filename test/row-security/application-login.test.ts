// Which login answers requests is a matter of operation, and a wrong one would leave every policy without effect: an
// owner does not start with it. PostgreSQL alone has logins.
import { withMarkedDatabase } from '../hub/marked-database';
import { runProgram } from '../hub/run-program';

const onPostgres = process.env.CONCORDAT_TEST_DATABASE === 'postgres' ? it : it.skip;

describe('an owner', () => {
  onPostgres('does not start where a superuser would answer requests, and says what to give instead', async () => {
    await withMarkedDatabase('eri', 'real', async (env) => {
      const { exitCode, errors, output } = await runProgram('subgraphs/eri/main', {
        ...env,
        ERI_DATABASE_URL: env['ERI_ADMIN_DATABASE_URL'] ?? '',
      });
      expect(exitCode).toBe(1);
      expect(`${output}${errors}`).toContain('is a superuser or bypasses row security: no policy would hold for it');
      expect(`${output}${errors}`).toContain('scripts/create-application-role.sql');
    });
  });
});
