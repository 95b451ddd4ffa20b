#compdef modelscribe
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for zsh. Names of profiles are known where modelscribe-cli is installed.

_modelscribe_asked()
{
    compadd -- "${(@f)$(modelscribe-cli complete -- "$1" "$PREFIX" 2>/dev/null)}"
}

_arguments \
    '(-h --help)'{-h,--help}'[print the options]' \
    '--version[print the version]' \
    '(--endpoint --region --local)--profile[use a stored profile]:profile:_modelscribe_asked --profile' \
    '(--profile --region --local)--endpoint[use the registry at this address]:address: ' \
    '(--profile --endpoint --local)--region[use PAI in this region]:region:_modelscribe_asked --region' \
    '--workspace[show this workspace]:workspace: ' \
    '(--profile --endpoint --region)--local[use the embedded local registry]::file:_files' \
    '--tour[play the main job and keep pictures]:folder:_files -/' \
    '--language[for this run]:language:(en zh_CN)' \
    '--theme[for this run]:theme:(light dark system)' \
    '::model id: '
