# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash. Names of profiles are known where modelscribe-cli is installed.

_modelscribe()
{
    local cur prev
    _get_comp_words_by_ref -n = cur prev || return
    case $prev in
        --language) mapfile -t COMPREPLY < <(compgen -W 'en zh_CN' -- "$cur") && return ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W 'light dark system' -- "$cur") && return ;;
        --tour) _filedir -d && return ;;
        --profile | --region)
            mapfile -t COMPREPLY < <(modelscribe-cli complete -- "$prev" "$cur" 2>/dev/null)
            return
            ;;
        --endpoint | --workspace) return ;;
        --local) [[ $cur == -* ]] || _filedir ;;
    esac
    [[ $cur == -* ]] && mapfile -t COMPREPLY < <(compgen -W '--help --version --profile --endpoint
        --region --workspace --local --tour --language --theme' -- "$cur")
}

complete -F _modelscribe modelscribe
