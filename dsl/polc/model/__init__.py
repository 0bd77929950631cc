"""The domain's nouns as the drafter knows them: policy, subject, clause, benefit, tiers, cap, group, pool, doubt."""
