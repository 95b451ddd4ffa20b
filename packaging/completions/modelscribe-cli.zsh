#compdef modelscribe-cli
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for zsh. The program itself knows what can stand where; it asks no network for it.

local line word about files folders
local -a given whole open wholeAbout openAbout
given=("${(@Q)words[2,CURRENT]}")
for line in "${(@f)$(command ${(Q)words[1]} complete -- "${given[@]}" 2>/dev/null)}"; do
    case $line in
        '') continue ;;
        $'\tfiles') files=1; continue ;;
        $'\tfolders') folders=1; continue ;;
    esac
    word=${line%%$'\t'*}
    about=$word
    [[ $line == *$'\t'* ]] && about="$word  -- ${line#*$'\t'}"
    if [[ $word == *[=:.,] ]]; then
        open+=("$word")
        openAbout+=("$about")
    else
        whole+=("$word")
        wholeAbout+=("$about")
    fi
done
(( $#whole )) && compadd -l -d wholeAbout -a whole
(( $#open )) && compadd -l -S '' -d openAbout -a open
[[ -n $files ]] && { [[ $PREFIX == --*=* ]] && compset -P '--*='; _files; }
[[ -n $folders ]] && { [[ $PREFIX == --*=* ]] && compset -P '--*='; _files -/; }
return 0
