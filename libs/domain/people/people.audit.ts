declare module '#platform/audit' {
  interface ActsOnPeople {
    'people.first-administrator': Record<string, never>;
  }
}
