// A deck by PptxGenJS as its documentation shows it: node pptxgenjs.cjs TALK.json OUT.pptx
const fs = require("node:fs");
const path = require("node:path");
const PptxGenJS = require("pptxgenjs");

const [source, out] = process.argv.slice(2);
const talk = JSON.parse(fs.readFileSync(source, "utf8"));
const folder = path.dirname(source);

const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.title = talk.title;
deck.author = talk.speaker;
deck.defineSlideMaster({
  title: "CONTENT",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.6, y: 0.4, w: 12.1, h: 1 }, text: "" } },
    { placeholder: { options: { name: "body", type: "body", x: 0.6, y: 1.7, w: 12.1, h: 5 }, text: "" } },
  ],
});
deck.defineSlideMaster({
  title: "TITLE_ONLY",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.6, y: 0.4, w: 12.1, h: 1 }, text: "" } },
  ],
});

function runs(text, options) {
  return text.map(([words, bold], place) => ({
    text: words,
    options: { ...options, bold, breakLine: place === text.length - 1 },
  }));
}

function list(bullets) {
  return bullets.flatMap((bullet) => [
    ...runs(bullet.text, { bullet: true }),
    ...bullet.below.flatMap((text) => runs(text, { bullet: true, indentLevel: 1 })),
  ]);
}

for (const values of talk.slides) {
  const listed = values.bullets.length > 0;
  const slide = deck.addSlide({ masterName: listed ? "CONTENT" : "TITLE_ONLY" });
  slide.addText(values.title, { placeholder: "title" });
  if (values.kind === "title") {
    slide.addText(`${talk.speaker}\n${talk.date}`, { x: 0.6, y: 3, w: 12.1, h: 1 });
  }
  if (listed) slide.addText(list(values.bullets), { placeholder: "body" });
  if (values.rows.length > 0) {
    slide.addTable(
      values.rows.map((row) => row.map((text) => ({ text }))),
      { x: 0.6, y: 1.7, w: 12.1 },
    );
  }
  if (values.picture) {
    const file = path.join(folder, values.picture);
    slide.addImage({ path: file, x: 2.7, y: 1.7, w: 8, h: 4.5, altText: values.alt });
  }
  if (values.notes) slide.addNotes(values.notes);
}

deck.writeFile({ fileName: out });
