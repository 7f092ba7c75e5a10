export { Line, Lines } from '#platform/graphql';
