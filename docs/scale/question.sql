-- Which paragraphs drew most reservations, by body and decade? Of each, the first by number of delegations.
WITH reserved AS (
    SELECT r.body,
           CAST(floor(extract(year FROM r.adopted) / 10) * 10 AS INTEGER) AS decade,
           p.paragraph,
           count(DISTINCT s.delegation) AS delegations
    FROM targets t
    JOIN positions s ON s.position = t.position
    JOIN resolutions r ON r.resolution = t.resolution
    JOIN paragraphs p ON p.paragraph = t.paragraph
    WHERE s.kind = 'reservation' AND s.withdrawn IS NULL
    GROUP BY r.body, decade, p.paragraph
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY body, decade ORDER BY delegations DESC, paragraph) AS place
    FROM reserved
)
SELECT body, decade, paragraph, delegations
FROM ranked
WHERE place = 1
ORDER BY body, decade
