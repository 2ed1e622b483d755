import { Arrow } from '../../parts/arrow';
import { Button } from '../../parts/button';
import { ButtonLink } from '../../parts/button-link';
import { CopyButton } from '../../parts/copy-button';
import { Menu, MenuItem, MenuLink } from '../../parts/menu';
import { OutsideLink } from '../../parts/outside-link';
import { Specimen } from './specimen';

const nothing = () => undefined;

/** What can be pressed. */
export function ActParts() {
  return (
    <>
      <Specimen name="Button">
        {(['primary', 'plain', 'quiet', 'danger'] as const).map((look) => (
          <Button key={look} look={look}>
            {look}
          </Button>
        ))}
        <Button look="primary" busy>
          busy
        </Button>
        <Button look="danger" busy>
          busy danger
        </Button>
        <Button disabled>disabled</Button>
        <Button>
          A button with more words than fit into one line of a phone, such as a name with a long address
        </Button>
      </Specimen>
      <Specimen name="ButtonLink">
        <ButtonLink to="/parts">a link that is the page’s act</ButtonLink>
      </Specimen>
      <Specimen name="OutsideLink">
        <OutsideLink href="https://pay.example.com/">an act on another site</OutsideLink>
      </Specimen>
      <Specimen name="Arrow">
        <Arrow to="back" /> back, on <Arrow to="on" />
      </Specimen>
      <Specimen name="CopyButton">
        <code>L26-0228-A</code>
        <CopyButton value="L26-0228-A" name="lot" />
      </Specimen>
      <Specimen name="Menu">
        <Menu label="Menu">
          <MenuItem onClick={nothing}>An act</MenuItem>
          <MenuItem onClick={nothing}>Another act</MenuItem>
          <MenuLink to="/parts">A page</MenuLink>
        </Menu>
      </Specimen>
    </>
  );
}
