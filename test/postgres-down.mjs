// Runs once after the api, contract and journey tests.
export default async function down() {
  await globalThis.throwAwayPostgres?.stop();
}
