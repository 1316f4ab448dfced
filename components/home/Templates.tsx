'use client'

import { useState } from 'react'
import { createFromTemplate } from '@/app/actions'
import { Icon, type IconName } from '@/components/icons/Icon'
import { Button } from '@/components/ui/Button'
import { allRegions } from '@/lib/naming/partitions'

export interface TemplateEntry {
  name: string
  title: string
  says: string
  variants: { name: string; says: string }[]
}

interface Props {
  templates: TemplateEntry[]
  onMade: (id: string) => void
  onNotice: (says: string) => void
}

/** What a template is about, in one picture. */
const icons: Record<string, IconName> = {
  'nlb-fargate': 'networkLoadBalancer',
  'regional-api': 'vpcLink',
  'private-api': 'restApi',
  'cross-account': 'account',
  'two-api-chain': 'vpcEndpoint',
}

/** The guide's chains, each in any region; its recorded wrong settings beside it. */
export function Templates({ templates, onMade, onNotice }: Props) {
  const [region, setRegion] = useState('cn-northwest-1')
  const make = async ({ name, title }: TemplateEntry, variant?: string) => {
    const broken = variant === undefined ? {} : { variant, name: `${title}, ${variant}` }
    const answer = await createFromTemplate({ template: name, region, ...broken })
    if (answer.ok) onMade(answer.data.id)
    else onNotice(answer.error.message)
  }
  return (
    <section aria-labelledby="templates">
      <div className="mb-2.5 flex items-center gap-3">
        <h2 id="templates" className="text-section">
          Start from a template
        </h2>
        <label className="ml-auto flex items-center gap-2 text-label text-ink2">
          Region
          <select
            className="h-7 rounded-control border border-line2 bg-raised px-2 font-mono text-[12px] text-ink"
            value={region}
            onChange={(event) => setRegion(event.target.value)}
          >
            {allRegions.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </div>
      <ul className="grid items-start grid-cols-[repeat(auto-fill,minmax(360px,1fr))] gap-4">
        {templates.map((template) => (
          <li key={template.name} className="flex flex-col gap-2 rounded-panel border border-line bg-panel p-3">
            <div className="flex gap-3">
              <Icon name={icons[template.name] ?? 'vpc'} size={26} className="mt-0.5 shrink-0 text-ink2" />
              <div className="min-w-0 flex-1">
                <h3 className="text-[13px] font-semibold">{template.title}</h3>
                <p className="text-ink2">{template.says}</p>
              </div>
              <Button aria-label={`Start from ${template.title}`} onClick={() => void make(template)}>
                Start
              </Button>
            </div>
            {template.variants.length > 0 && (
              <ul className="border-t border-line pt-2">
                {template.variants.map((variant) => (
                  <li key={variant.name} className="flex items-start gap-3 py-0.5 pl-[38px]">
                    <p className="min-w-0 flex-1 text-ink2">{variant.says}</p>
                    <Button
                      look="bare"
                      className="!h-6"
                      aria-label={`Start from ${template.title}, wrong: ${variant.says}`}
                      onClick={() => void make(template, variant.name)}
                    >
                      Start broken
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
