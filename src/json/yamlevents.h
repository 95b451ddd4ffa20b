// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace modelscribe {

//! One step through a YAML document. Containers know where they end, so that nothing needs to
//! recurse.
struct YamlEvent
{
    enum class Kind : quint8 { Null, Plain, Text, Alias, List, Map, End };

    Kind kind = Kind::Null;
    quint32 begin = 0; //!< Of the text in YamlEvents::texts.
    quint32 size = 0;
    quint32 after = 0;  //!< The event behind this node and everything in it.
    quint32 target = 0; //!< Of an Alias: the event it stands for.
    qint32 line = 0;    //!< From 1.
    qint32 column = 0;
};

struct YamlEvents
{
    std::vector<YamlEvent> events;
    QByteArray texts;

    QByteArrayView text(const YamlEvent &event) const
    {
        return QByteArrayView(texts).sliced(event.begin, event.size);
    }
};

//! The one document in \p utf8. An alias to a container that it stands in is refused.
Result<YamlEvents> readYaml(QByteArrayView utf8);

} // namespace modelscribe
