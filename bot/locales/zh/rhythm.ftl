rhythm-from-key-result = { $rhythm }（单独设置）
rhythm-from-team = { $rhythm }（跟随团队）
rhythm-from-workspace = { $rhythm }（跟随公司）
