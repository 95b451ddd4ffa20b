// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/problemreport.h"

#include "session/sqliteversion.h"

#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSet>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace modelscribe {

namespace {

//! Of an environment variable that names a desktop; anything longer is something else.
QString desktopWord(const char *variable)
{
    const QString value = qEnvironmentVariable(variable);
    const bool isWord = value.size() <= 40 && std::ranges::all_of(value, [](QChar c) {
                            return c.unicode() < 128
                                   && (c.isLetterOrNumber() || u":-_."_s.contains(c));
                        });
    return isWord && !value.isEmpty() ? value : u"unknown"_s;
}

QString screens()
{
    QStringList result;
    for (const QScreen *screen : QGuiApplication::screens()) {
        result.append(u"%1 × %2 at %3"_s.arg(screen->geometry().width())
                          .arg(screen->geometry().height())
                          .arg(screen->devicePixelRatio()));
    }
    return result.join(u", "_s);
}

QString linesOf(const ProblemReport::Facts &facts)
{
    QString lines;
    for (const auto &[what, value] : facts)
        lines += u"%1: %2\n"_s.arg(what, value);
    return lines;
}

QString lineOf(const PastError &error)
{
    QString line = error.when.toUTC().toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
    line += u"  %1  %2"_s.arg(error.what, error.code);
    if (error.httpStatus > 0)
        line += u"  HTTP %1"_s.arg(error.httpStatus);
    if (!error.requestId.isEmpty())
        line += u"  RequestId %1"_s.arg(error.requestId);
    return line + u'\n';
}

} // namespace

ProblemReport::Facts ProblemReport::ofProgram()
{
    return {{u"ModelScribe"_s, QStringLiteral(MODELSCRIBE_VERSION)},
            {u"Qt"_s, u"%1 (built with %2)"_s.arg(QLatin1StringView(qVersion()),
                                                  QLatin1StringView(QT_VERSION_STR))},
            {u"SQLite"_s, sqliteVersion()},
            {u"System"_s,
             u"%1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                    QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture())},
            {u"Desktop"_s,
             u"%1, %2"_s.arg(desktopWord("XDG_CURRENT_DESKTOP"), desktopWord("XDG_SESSION_TYPE"))},
            {u"Platform plugin"_s, QGuiApplication::platformName()},
            {u"Screens"_s, screens()},
            {u"Language"_s, u"%1, system %2"_s.arg(QLocale().name(), QLocale::system().name())}};
}

QString ProblemReport::text() const
{
    QString text = u"What happened:\n\n\nWhat was expected:\n\n\n"_s;
    text += u"Program and system\n\n"_s + linesOf(program);
    text += u"\nSettings that are not as they come\n\n"_s;
    text += settings.isEmpty() ? u"none\n"_s : linesOf(settings);
    text += u"\nLast errors (UTC)\n\n"_s;
    if (errors.isEmpty())
        text += u"none\n"_s;
    QSet<QString> told; // one call may be known twice
    for (const PastError &error : errors) {
        if (!error.requestId.isEmpty() && told.contains(error.requestId))
            continue;
        told.insert(error.requestId);
        text += lineOf(error);
    }
    return text;
}

} // namespace modelscribe
