// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace modelscribe {

//! Something to be chosen in the palette.
struct PaletteEntry
{
    QString text;         //!< As it is shown: one line, made visible.
    QString about;        //!< What is read second, such as an id. Found, too.
    QString keys;         //!< Of the keyboard.
    bool isInUse = false; //!< Of settings and places: the one of now.
    std::function<void()> run;
};

//! What a source has for what was typed.
struct PaletteAnswer
{
    QList<PaletteEntry> entries; //!< What fits best first.
    int best = 0;                //!< nameFit() of the first.
    int count = 0;               //!< How many there are; not all of them need to be among entries.
};

//! A group of what the palette offers.
class PaletteSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The heading of the last answer.
    virtual QString title() const = 0;
    //! Looks for what was \p typed (folded, see core/foldedtext.h; empty: whatever comes first) and
    //! tells by found(), now or later. Again when there is more to tell, until another question or
    //! rest().
    virtual void find(const QString &typed) = 0;
    //! The palette is closed.
    virtual void rest() { }

signals:
    void found(const modelscribe::PaletteAnswer &answer);
};

//! A group that is at hand as a whole.
class PaletteList : public PaletteSource
{
    Q_OBJECT

public:
    using Entries = std::function<QList<PaletteEntry>()>;

    //! \p entries is asked for when the palette is opened.
    PaletteList(std::function<QString()> title, Entries entries, QObject *parent = nullptr);

    QString title() const override { return m_title(); }
    void find(const QString &typed) override;
    void rest() override;

private:
    struct Known
    {
        PaletteEntry entry;
        QString folded;
        QString foldedAbout;
    };

    std::function<QString()> m_title;
    Entries m_entries;
    QList<Known> m_known; //!< While the palette is open.
    bool m_isRead = false;
};

} // namespace modelscribe
