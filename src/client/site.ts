import { openSearchOnDemand } from './search-opener.ts';
import { enhanceBoardTable } from './board-table.ts';
import { closeMenus } from './menus.ts';
import { switchTheme } from './theme.ts';
import { keepPages } from './offline.ts';
import { share } from './share.ts';

switchTheme();
closeMenus();
share();
enhanceBoardTable();
openSearchOnDemand();
keepPages();
