/** A phrase that reads stiffly or is not used today, with what to write instead. */
export interface Phrase {
  found: RegExp;
  write: string;
  /** Only in these texts; without it, in all. */
  only?: 'pages';
  /** Names of fields in which the phrase has its usual meaning. */
  except?: readonly string[];
}

/** A picture may show what really stands or leans somewhere. */
const inPictures = ['alt'];
/** Here writers explain their sources. */
const aboutSources = ['howWeKnow'];

/** Plans: an aim, a job or a way “is to” do something in plain English. */
const plan =
  /(?<!\b(?:aims?|advice|goals?|ideas?|it|jobs?|plans?|points?|purpose|steps?|tasks?|that|this|ways?|what) )\b(?:is|are) (?:also )?to (?:add|appear|apply|be(?! seen)|become|begin|bring|buy|close|come|end|follow|get|give|go|have|help|invest|join|launch|make|move|open|pay|release|replace|sell|serve|start|stop|take|use)\b/iu;

const amount = String.raw`\d(?:[\d.,]*\d)?`;

/** The phrases of the style guide in content/README.md. */
export const phrases: readonly Phrase[] = [
  { found: plan, write: 'Write “will”, “plans to”, or what has happened.' },
  { found: /\bwith (?:them|it|this|that) goes?\b/iu, write: 'Say what ends, and why.' },
  { found: /\bsaid so\b/iu, write: 'Put the day into the sentence before.' },
  {
    found: /\bthis (?:article|story|review) (?:is (?:filed|dated)|covers|goes back)\b|\bthis is a status report\b/iu,
    write: 'Take it out: readers see the date of the story.',
  },
  { found: /\btakes in\b/iu, write: 'Write “includes” or “covers”, or take it out.' },
  { found: /\ba note of\b/iu, write: 'Give the fact, and put the note into `via` of its source.' },
  { found: /\bnames? (?:[^\s.,;:]+ ){1,4}page\b/iu, write: 'Link the page, and put where you read it into `via`.' },
  {
    found:
      /\b(?:in|by) (?:the|our) sources\b|\bsources (?:that )?we (?:have|read|saw)\b|\bdid not (?:open|read) (?:that|the|these|this|those) pages?\b/iu,
    write: 'Say what is known, and put the rest into `howWeKnow`.',
    except: aboutSources,
  },
  { found: /\b(?:came|comes?) (?:forward|to the fore)\b/iu, write: 'Say what they did.' },
  { found: /\bdearest\b/iu, write: 'Write “most expensive”.' },
  { found: new RegExp(`\\b${amount} per cent\\b`, 'iu'), write: 'Write the figure with its sign: 40%.' },
  {
    found: new RegExp(`\\b${amount}(?: (?:thousand|million|billion|trillion))? (?:US )?dollars?\\b`, 'iu'),
    write: 'Write $7.91, or $1.5 billion.',
  },
  {
    found: /\bthe (?:latter\b|former(?=[.,;:)]|$| (?:and|are|did|does|had|has|have|is|said|was|were)\b))/iu,
    write: 'Repeat the name.',
  },
  { found: /\bmend(?:s|ed|ing)?\b/iu, write: 'Write “fix” or “correct”.' },
  { found: /\banew\b/iu, write: 'Write “again”.' },
  { found: /\bbeside\b/iu, write: 'Write “next to”.' },
  { found: /\btells (?:about|how|of|us)\b/iu, write: 'Write “says” or “reports”.' },
  {
    found: /\bstands\b(?! (?:by|down|for|out|trial|up)\b)|\bstand (?:at|between|in|level|next to|on|together|with)\b/iu,
    write: 'Write “is” or “are”.',
    except: inPictures,
  },
  {
    found: /\blies\b(?! (?:about|to)\b)|\blie (?:above|below|between|far|in|within|wholly)\b/iu,
    write: 'Write “is” or “are”.',
    except: inPictures,
  },
  {
    found: /\b(?:each|every|in a|our|the|this) letter\b/iu,
    write: 'Write “newsletter”.',
    only: 'pages',
  },
];
