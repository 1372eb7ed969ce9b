import { connectThroughOffice } from './connectThroughOffice';
import { startWorkbench } from './start';

void startWorkbench(connectThroughOffice);
