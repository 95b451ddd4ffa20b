# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash. The program itself knows what can stand where; it asks no network for it.

_modelscribe_cli()
{
    local cur words cword
    _get_comp_words_by_ref -n =: cur words cword || return
    local begun=${cur#[\"\']} line
    local -a given=("${words[@]:1:cword}")
    given[cword - 1]=$begun
    # bash takes "=" and ":" for ends of words, so what stands before the last one is there already.
    local before=''
    if [[ $cur == "$begun" && $begun == *[=:]* ]]; then
        before=${begun%"${begun##*[=:]}"}
    fi
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            $'\tfiles') _filedir ;;
            $'\tfolders') _filedir -d ;;
            *)
                line=${line%%$'\t'*}
                [[ $line == *[=:.,] ]] && compopt -o nospace
                line=${line#"$before"}
                [[ $cur == "$begun" ]] && printf -v line %q "$line"
                COMPREPLY+=("$line")
                ;;
        esac
    done < <("$1" complete -- "${given[@]}" 2>/dev/null)
}

complete -F _modelscribe_cli modelscribe-cli
