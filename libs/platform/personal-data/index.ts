export { keepsOfPeople, PersonalData, type Contribution, type DataSubject, type DownloadPart, type Holding } from './personal-data.js';
export { PersonalDataModule } from './personal-data.module.js';
