// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/secretinput.h"

#include "core/platform.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

constexpr qsizetype longestLine = 16 * 1024;
constexpr int interruptKey = 3;
constexpr int endKey = 4;
constexpr int clearKey = 21;

void showQuestion(const QString &question)
{
    if (!platform::isInputTyped())
        return;
    std::fputs(question.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

Result<QByteArray> plainLine()
{
    QByteArray line;
    int c = EOF;
    while ((c = std::fgetc(stdin)) != EOF && c != '\n' && line.size() < longestLine)
        line += char(c);
    if (c == EOF && line.isEmpty())
        return failure(Error::Kind::Cancelled, u"the input ended"_s);
    return line.trimmed();
}

//! What is typed while the terminal shows nothing.
Result<QByteArray> darkLine()
{
    QByteArray line;
    for (;;) {
        const int c = std::fgetc(stdin);
        if (c == EOF || c == interruptKey || (c == endKey && line.isEmpty()))
            return failure(Error::Kind::Cancelled);
        if (c == '\n' || c == '\r')
            return line.trimmed();
        if (c == '\b' || c == '\x7f')
            line.chop(1);
        else if (c == clearKey)
            line.clear();
        else if (line.size() < longestLine)
            line += char(c);
    }
}

} // namespace

Result<QByteArray> SecretInput::line(const QString &question)
{
    showQuestion(question);
    return plainLine();
}

Result<QByteArray> SecretInput::secret(const QString &question)
{
    if (!platform::isInputTyped())
        return plainLine();
    const platform::DarkTerminal terminal;
    if (!terminal.isDark())
        return failure(Error::Kind::Invalid,
                       u"the terminal would show the secret; give it on standard input"_s);
    showQuestion(question);
    auto line = darkLine();
    std::fputs("\n", stderr);
    return line;
}

bool SecretInput::agrees(const QString &question)
{
    if (!platform::isInputTyped())
        return false;
    const auto answer = line(question);
    return answer && (answer->toLower() == "y" || answer->toLower() == "yes");
}

} // namespace modelscribe
