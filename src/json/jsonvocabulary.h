// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/jsonhint.h"

#include <QHash>

#include <vector>

namespace modelscribe {

//! Which keys and values a collection of JSON texts uses at which place, with counts. Places are
//! paths with every element index taken as the same ("$.a[]").
class JsonVocabulary
{
public:
    struct Use
    {
        QByteArray raw; //!< A key's decoded text as UTF-8, or a value's raw JSON.
        int count = 0;  //!< Texts that have it.

        friend bool operator==(const Use &, const Use &) = default;
    };

    //! Bounded: 5,000 places, 200 values a place, keys and values up to 200 bytes; what comes later
    //! is left out.
    void add(const JsonTree &tree);
    int texts() const { return m_texts; }

    //! Keys of the object at \p path / scalar values at \p path, most used first.
    QList<Use> keys(const JsonPath &path) const;
    QList<Use> values(const JsonPath &path) const;
    //! Values of \p tree whose type differs from what at least three texts and 80 % of them have
    //! there, with a fix where the value can be converted. null is no type of its own. The first
    //! thousand.
    QList<JsonHint> check(const JsonTree &tree) const;

private:
    using PlaceId = int; //!< -1: none.

    //! Counts each text once.
    struct Tally
    {
        int count = 0;
        int lastText = 0;

        void note(int text)
        {
            count += text != lastText;
            lastText = text;
        }
    };
    struct Place
    {
        Tally uses;
        Tally kinds[6];
        QHash<QByteArray, Tally> values;
        QHash<QByteArray, PlaceId> members; //!< By key.
        PlaceId element = -1;
    };

    PlaceId known(PlaceId parent, const JsonTree &tree, JsonNodeId node) const;
    PlaceId known(const JsonPath &path) const;
    PlaceId made(PlaceId parent, const JsonTree &tree, JsonNodeId node);

    std::vector<Place> m_places;
    int m_texts = 0;
};

} // namespace modelscribe
