# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish. Names of profiles are known where modelscribe-cli is installed.

complete -c modelscribe -f
complete -c modelscribe -s h -l help -d 'Print the options'
complete -c modelscribe -l version -d 'Print the version'
complete -c modelscribe -l profile -x -d 'Use a stored profile' \
    -a "(modelscribe-cli complete -- --profile '' 2>/dev/null)"
complete -c modelscribe -l endpoint -x -d 'Use the registry at this address'
complete -c modelscribe -l region -x -d 'Use PAI in this region' \
    -a "(modelscribe-cli complete -- --region '' 2>/dev/null)"
complete -c modelscribe -l workspace -x -d 'Show this workspace'
complete -c modelscribe -l local -F -d 'Use the embedded local registry'
complete -c modelscribe -l tour -x -d 'Play the main job and keep pictures' \
    -a '(__fish_complete_directories)'
complete -c modelscribe -l language -x -d 'For this run' -a 'en zh_CN'
complete -c modelscribe -l theme -x -d 'For this run' -a 'light dark system'
