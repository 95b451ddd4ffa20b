// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asking.h"

#include <QSocketNotifier>

#include <iostream>
#include <string>

namespace modelscribe {

void askOnTerminal(QObject *context, const std::function<void(bool isAgreed)> &answered)
{
    auto *input = new QSocketNotifier(0, QSocketNotifier::Read, context);
    QObject::connect(input, &QSocketNotifier::activated, context, [input, answered] {
        input->setEnabled(false);
        input->deleteLater();
        std::string line;
        std::getline(std::cin, line);
        answered(line == "y" || line == "Y" || line == "yes");
    });
}

} // namespace modelscribe
