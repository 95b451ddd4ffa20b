// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace modelscribe::testing {

using namespace Qt::StringLiterals;

//! Looks for secrets in whatever a program leaves, in each spelling that one may have there, also
//! when it is only a part of 16 characters.
class CanaryHunt
{
public:
    explicit CanaryHunt(const QByteArrayList &canaries)
    {
        for (const QByteArray &canary : canaries) {
            for (qsizetype at = 0; at + piece <= canary.size(); ++at)
                addSpellings(canary.sliced(at, piece));
        }
    }

    //! How \p bytes have one: the spelling and the secret's beginning. Empty: they have none.
    QString in(const QByteArray &bytes) const
    {
        for (const Needle &needle : m_needles) {
            if (bytes.contains(needle.bytes))
                return needle.spelling;
        }
        return {};
    }

    //! The files below \p folder that have one, and how.
    QStringList inFiles(const QString &folder) const
    {
        QStringList found;
        QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            if (const QString name = in(path.toUtf8()); !name.isEmpty())
                found.append(path + u": its name, "_s + name);
            QFile file(path);
            if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
                continue; // a socket
            if (const QString how = in(file.readAll()); !how.isEmpty())
                found.append(path + u": "_s + how);
        }
        return found;
    }

    //! What is said of process \p pid and of those that it began: command line and environment.
    QStringList inProcesses(qint64 pid) const
    {
        QStringList found;
        for (const char *what : {"cmdline", "environ"}) {
            QFile file(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1StringView(what)));
            if (!file.open(QIODevice::ReadOnly)) // of a process that may not be looked into
                continue;
            if (const QString how = in(file.readAll()); !how.isEmpty())
                found.append(file.fileName() + u": "_s + how);
        }
        for (const qint64 child : childrenOf(pid))
            found += inProcesses(child);
        return found;
    }

    static QList<qint64> childrenOf(qint64 pid)
    {
        QList<qint64> children;
        QDirIterator tasks(u"/proc/%1/task"_s.arg(pid), QDir::Dirs | QDir::NoDotAndDotDot);
        while (tasks.hasNext()) {
            QFile file(tasks.next() + u"/children"_s);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            for (const QByteArray &child : file.readAll().simplified().split(' ')) {
                if (!child.isEmpty())
                    children.append(child.toLongLong());
            }
        }
        return children;
    }

    //! Each spelling of \p text that is looked for, by its name.
    static QList<std::pair<QString, QByteArray>> spellingsOf(const QByteArray &text)
    {
        QStringEncoder little(QStringConverter::Utf16LE);
        QStringEncoder big(QStringConverter::Utf16BE);
        const QString characters = QString::fromUtf8(text);
        QByteArray everyByte;
        for (const char c : text)
            everyByte += '%' + QByteArray(1, c).toHex();
        QList<std::pair<QString, QByteArray>> all{
            {u"plain"_s, text},
            {u"UTF-16LE"_s, little.encode(characters)},
            {u"UTF-16BE"_s, big.encode(characters)},
            {u"hex"_s, text.toHex()},
            {u"HEX"_s, text.toHex().toUpper()},
            {u"percent"_s, text.toPercentEncoding()},
            {u"percent, small"_s,
             text.toPercentEncoding().replace("%2B", "%2b").replace("%2F", "%2f")},
            {u"every byte percent"_s, everyByte},
            {u"EVERY BYTE PERCENT"_s, everyByte.toUpper()},
            {u"JSON"_s, QByteArray(text).replace("/", "\\/")},
        };
        // In a longer text it may begin at each of three places, where its ends are of others too.
        for (qsizetype before = 0; before < 3; ++before) {
            for (const auto alphabet :
                 {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
                const QByteArray whole = (QByteArray(before, 'x') + text).toBase64(alphabet);
                const qsizetype first = before == 0 ? 0 : 4;
                const qsizetype last = (before + text.size()) / 3 * 4;
                all.append({u"Base64"_s, whole.sliced(first, last - first)});
            }
        }
        return all;
    }

private:
    static constexpr qsizetype piece = 16;

    struct Needle
    {
        QString spelling;
        QByteArray bytes;
    };

    void addSpellings(const QByteArray &text)
    {
        for (const auto &[name, bytes] : spellingsOf(text)) {
            const bool isThere = std::ranges::any_of(
                m_needles, [&](const Needle &needle) { return needle.bytes == bytes; });
            if (!isThere)
                m_needles.append({name, bytes});
        }
    }

    QList<Needle> m_needles;
};

} // namespace modelscribe::testing
