import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { customerName } from '../../app/customer-name';
import { LeaveGuard } from '../../app/leave-guard';
import type { CustomerSource } from '../../app/operations.generated';
import { PageHeading } from '../../app/page-heading';
import { query } from '../../app/query';
import { Button } from '../../parts/button';
import { Field } from '../../parts/field';
import styles from '../../parts/layout.module.css';
import { Problem } from '../../parts/problem';
import { toast } from '../../parts/toast';
import { reload } from './customer-queries';
import { PortalCreateCustomerDocument } from './customers.generated';
import own from './customers.module.css';
import { type CustomerEntry, EMPTY, showCustomerRefusals, toInput } from './form/customer-entry';
import { CustomerFields } from './form/customer-fields';

const SOURCES: readonly CustomerSource[] = ['CRM', 'WEBSITE_BOOKING', 'API'];

/** Adds a customer, and has their portal account created if that is wanted. */
export function NewCustomerPage() {
  const t = useTranslations('customers.form');
  const { form, more, problem, isUnsaved, save } = useNewCustomer();
  const { register, formState } = form;
  return (
    <div className={styles['page']}>
      <PageHeading title={t('newTitle')} />
      <form className={own['section']} onSubmit={save} noValidate>
        <CustomerFields register={register} errors={formState.errors}>
          <Field label={t('source')}>
            <select
              value={more.source}
              onChange={({ target }) =>
                more.setSource(SOURCES.find((each) => each === target.value) ?? more.source)
              }
            >
              {SOURCES.map((each) => (
                <option key={each} value={each}>
                  {t(`sources.${each}`)}
                </option>
              ))}
            </select>
          </Field>
        </CustomerFields>
        <label className={own['check']}>
          <input
            type="checkbox"
            checked={more.provisions}
            onChange={({ target }) => more.setProvisions(target.checked)}
          />
          {t('provision')}
        </label>
        {problem ? <Problem error={problem} /> : null}
        <div className={styles['acts']}>
          <Button type="submit" look="primary" busy={formState.isSubmitting}>
            {t('add')}
          </Button>
        </div>
        <LeaveGuard isUnsaved={isUnsaved} />
      </form>
    </div>
  );
}

function useNewCustomer() {
  const t = useTranslations('customers.form');
  const navigate = useNavigate();
  const form = useForm<CustomerEntry>({ defaultValues: EMPTY });
  const [source, setSource] = useState<CustomerSource>('CRM');
  const [provisions, setProvisions] = useState(true);
  const [problem, setProblem] = useState<unknown>(null);
  const isAdded = useRef(false);
  const { isDirty } = form.formState;
  const save = form.handleSubmit(async (entry) => {
    setProblem(null);
    try {
      const input = { ...toInput(entry), source, provisionPortalAccount: provisions };
      const { createCustomer } = await query(PortalCreateCustomerDocument, { input });
      isAdded.current = true;
      toast(t('added', { name: customerName(input) }));
      void reload();
      const { id } = createCustomer.customer;
      const to = provisions ? '/dashboard/customers/$id/portal' : '/dashboard/customers/$id';
      await navigate({ to, params: { id }, replace: true });
    } catch (error) {
      if (!showCustomerRefusals(form, error, t('taken'))) setProblem(error);
    }
  });
  return {
    ...{ form, problem, save },
    more: { source, setSource, provisions, setProvisions },
    isUnsaved: () => isDirty && !isAdded.current,
  };
}
