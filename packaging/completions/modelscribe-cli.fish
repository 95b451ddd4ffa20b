# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish. The program itself knows what can stand where; it asks no network for it.

function __modelscribe_cli_offers
    set -l words (commandline -opc)
    set -l begun (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$begun" 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path $begun
            case \tfolders
                __fish_complete_directories $begun ''
            case '*'
                echo $line
        end
    end
end

complete -c modelscribe-cli -f -a '(__modelscribe_cli_offers)'
