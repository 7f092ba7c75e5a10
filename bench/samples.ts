/** Posts as people write them: a sentence, some paragraphs, an address. */
export const SAMPLES: readonly string[] = [
  'Thank you, this is exactly what we were looking for.',
  'We had the same question last year. In the end we asked the three associations that run the language cafés, and they had half of the answer already.\n\nThe other half came from the employment office.',
  'Does anyone have a template for the first interview that is not longer than two pages?',
  'Our checklist is at https://example.org/checklist. It has a part for families, a part for people who come alone, and a part for those who were here before. Take what you can use and tell us what is missing.',
  'We count it differently: everyone who came at least twice. The first visit says little, and the numbers of the ministry include it, so they can hardly be compared.\n\nI would rather not report both.\n\nWhat do the others do?',
  'Yes. Two mentors for each group, never one: when one is ill, the group still meets. It costs more in the first quarter and less after that, because fewer people drop out.',
  'In our town the counter for foreigners and the counter for residents moved into the same hall. Waiting went down from ninety minutes to twenty-five, and what surprised everyone is that complaints of both groups went down together. The hall is open on Thursday evenings, with interpreters for Arabic, Ukrainian, Dari and Tigrinya, paid by the hour and booked for the whole evening. We wrote down what it cost and what we would do otherwise; it is in the library of this community.',
  'I can join on Tuesday.',
];
