import { connectDirectly } from './connectDirectly';
import { startWorkbench } from './start';

void startWorkbench(connectDirectly);
