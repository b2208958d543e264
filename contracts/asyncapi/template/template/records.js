import { File } from '@asyncapi/generator-react-sdk';
import { eventRecords } from '../records';

export default function ({ asyncapi, params }) {
  return eventRecords(asyncapi, params).map(({ name, source }) => (
    <File name={`${name}.java`}>{source}</File>
  ));
}
