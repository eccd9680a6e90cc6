/** A small feed to try “Jouw feed” with, made up, with mistakes that are often made. */
export const EXAMPLE = `{
  "meedoen": 1,
  "title": "Voorbeeldnetwerk",
  "language": "nl",
  "email": "voorbeeld@example.org",
  "sectors": [
    { "id": "po", "name": "Primair onderwijs" },
    { "id": "vo", "name": "Voortgezet onderwijs" }
  ],
  "stories": [
    {
      "id": "voorbeeldverhaal",
      "title": "Een conciërge die alles ziet",
      "organisatie": "Voorbeeldschool",
      "sectors": ["po"],
      "lead": "Een verzonnen verhaal, om te laten zien hoe het eruitziet.",
      "body": "<p>Hier staat het hele verhaal.</p>"
    }
  ],
  "sessions": [
    { "id": "kennismaken", "title": "Voorbeeld: kennismaken", "start": "12 maart 2031", "sectors": ["po", "mbo"] },
    { "id": "terugblik", "title": "Voorbeeld: terugblik", "start": "2031-04-16T10:00", "attendance": "online" },
    { "id": "zonder-titel", "start": "2031-05" }
  ],
  "contacts": [
    { "id": "a", "organisation": "Voorbeeldraad", "email": "voorbeeld@example.org", "sectors": ["po"], "checked": "2019" }
  ],
  "join": { "action": "https://www.example.org/aanmelden" }
}
`;
