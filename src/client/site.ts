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

const compare = document.querySelector<HTMLFormElement>('form[data-compare]');
if (compare) void import('./models/compare-page.ts').then(({ compareInPage }) => compareInPage(compare));

const models = document.querySelector<HTMLFormElement>('form[data-model-filters]');
if (models) void import('./models/model-list.ts').then(({ filterModels }) => filterModels(models));

const ranking = document.querySelector<HTMLFormElement>('form[data-your-ranking]');
if (ranking) void import('./your-ranking.ts').then(({ rankForReader }) => rankForReader(ranking));
