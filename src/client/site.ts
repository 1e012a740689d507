import { openSearchOnDemand } from './search-opener.ts';
import { closeMenus } from './menus.ts';
import { switchTheme } from './theme.ts';
import { share } from './share.ts';

switchTheme();
closeMenus();
share();
openSearchOnDemand();
