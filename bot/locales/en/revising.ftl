revision-saved = { $label } saved
revision-closed = { $label } closed
revision-reopened = { $label } opened again
revision-discarded = { $label } discarded
revision-key-result-added = { $label } added: { $title }
revision-key-result-dropped = { $label } dropped: { $title }
revision-initiative-added = Initiative added: { $title }
revision-initiative-dropped = Initiative dropped: { $title }
revision-initiative-renamed = Initiative “{ $before }” now reads “{ $after }”
revision-order = New order: { $order }
revision-touched = { $label }, { $what }: changed
revision-set = { $label }, { $what }: { $after }
revision-cleared = { $label }, { $what }: was { $before }, now none
revision-changed = { $label }, { $what }: { $before } → { $after }
revision-by = { $people }: { $changes }
revision-weight = { $percent }%
revision-field-title = title
revision-field-level = level
revision-field-ambition = ambition
revision-field-cycle = cycle
revision-field-owner = owner
revision-field-team = team
revision-field-parents = contributes to
revision-field-score = score
revision-field-score-reason = reason for the score
revision-field-kind = kind
revision-field-start = start
revision-field-target = target
revision-field-unit = unit
revision-field-due = due
revision-field-weight = weight
revision-field-other = more
revision-initiative-progress = { $before ->
    [-1] Initiative “{ $title }”: { $after ->
        [100] done
       *[other] { $after }%
    }
   *[other] Initiative “{ $title }”: { $before }% → { $after ->
        [100] done
       *[other] { $after }%
    }
}
revision-field-weighing = key results count
revision-key-result-restored = { $label } put back: { $title }
