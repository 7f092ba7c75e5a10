import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

/** Where developers try queries, as the person who is signed in. Only the development server has this page. */
const fetcher = async (parameters: object) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as object;
};

const place = document.getElementById('graphiql');
if (place) {
  place.style.height = '100dvh';
  createRoot(place).render(<GraphiQL fetcher={fetcher} />);
}
