import { openSearchOnDemand } from './search/search-opener.ts';
import { enhanceBoardTable } from './board-table.ts';
import { answerPairs } from './pair-question.ts';
import { closeMenus } from './menus.ts';
import { switchTheme } from './theme.ts';
import { keepPages } from './offline.ts';
import { offerListening } from './listen.ts';
import { switchPictures } from './pictures.ts';
import { share } from './share.ts';
import { playVideos } from './video.ts';

switchTheme();
closeMenus();
share();
offerListening();
switchPictures();
enhanceBoardTable();
answerPairs();
playVideos();
openSearchOnDemand();
keepPages();

const pick = document.querySelector<HTMLElement>('.pick');
if (pick) void import('./pick-table.ts').then(({ pickFromAddress }) => pickFromAddress(pick));

const ranking = document.querySelector<HTMLFormElement>('form[data-your-ranking]');
if (ranking) void import('./your-ranking.ts').then(({ rankForReader }) => rankForReader(ranking));
