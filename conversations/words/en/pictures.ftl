# What a picture shows, to read it back. Plain words, and never what it might hint at.
emoji-names = pictures
    .e1f600 = happy
    .e1f603 = happy
    .e1f604 = happy
    .e1f601 = happy
    .e1f642 = happy
    .e1f60a = happy
    .e263a = happy
    .e1f602 = laughing
    .e1f923 = laughing
    .e1f60e = cool
    .e1f973 = a party
    .e1f60d = love
    .e1f970 = love
    .e1f618 = a kiss
    .e2764 = a heart
    .e1f499 = a heart
    .e1f49a = a heart
    .e1f49b = a heart
    .e1f49c = a heart
    .e1f5a4 = a heart
    .e1f9e1 = a heart
    .e1f495 = hearts
    .e1f496 = a heart
    .e1f610 = OK
    .e1f615 = not sure
    .e1f641 = sad
    .e2639 = sad
    .e1f61e = sad
    .e1f614 = sad
    .e1f622 = sad
    .e1f62d = crying
    .e1f620 = cross
    .e1f621 = angry
    .e1f624 = cross
    .e1f634 = sleepy
    .e1f971 = tired
    .e1f628 = scared
    .e1f631 = scared
    .e1f630 = worried
    .e1f61f = worried
    .e1f912 = poorly
    .e1f922 = feeling sick
    .e1f914 = thinking
    .e1f910 = not saying
    .e1f92b = quiet
    .e1f62c = awkward
    .e1f44d = good
    .e1f44e = not good
    .e1f44f = clapping
    .e1f64f = please
    .e1f4aa = strong
    .e1f44b = hello
    .e2b50 = a star
    .e1f31f = a star
    .e1f308 = a rainbow
    .e1f984 = a unicorn
    .e1f389 = a party
    .e1f382 = a birthday
    .e1f381 = a present
    .e26bd = football
    .e1f3c0 = basketball
    .e1f3c8 = rugby
    .e1f3be = tennis
    .e1f3ca = swimming
    .e1f6b2 = a bike
    .e1f947 = you won
    .e1f3c6 = you won
    .e1f3ae = games
    .e1f3b5 = music
    .e1f3a8 = drawing
    .e1f4da = books
    .e1f3eb = school
    .e1f392 = school
    .e1f3e0 = home
    .e1f3e1 = home
    .e1f6cf = bed
    .e1f355 = pizza
    .e1f354 = a burger
    .e1f35f = chips
    .e1f34e = an apple
    .e1f35d = pasta
    .e1f366 = ice cream
    .e1f37a = beer
    .e1f377 = wine
    .e1f436 = a dog
    .e1f415 = a dog
    .e1f431 = a cat
    .e1f408 = a cat
    .e1f434 = a horse
    .e1f430 = a rabbit
    .e1f474 = grandad
    .e1f475 = nan
    .e1f469 = a woman
    .e1f468 = a man
    .e1f467 = a girl
    .e1f466 = a boy
    .e1f476 = a baby
    .e1f46a = family
    .e1f46b = friends
    .e2600 = sun
    .e1f327 = rain
    .e1f4f1 = a phone
    .e1f697 = a car
    .e1f68c = a bus

# A message of pictures: what it may mean, and how to put it right.
pictures-back = { $band ->
    [younger] I think you mean: { $pictures }. Is that right?
   *[older] I think you mean: { $pictures }. Have I got that right?
}
pictures-right = { $band ->
    [younger] OK. I kept it.
   *[older] Good. I've kept it, just as you sent it.
}
pictures-other = { $band ->
    [younger] OK. Tell me another way, or leave it.
   *[older] OK. You can tell me another way, or leave it as it is.
}
pictures-no-guess = { $band ->
    [younger] I kept your pictures. I don't want to guess. You can tell me more, or leave it.
   *[older] I've kept that just as you sent it. I don't want to guess what it means. You can tell me more, or leave it.
}
pictures-seen = { $band ->
    [younger] I got your pictures. You can send more, or tap one of these.
   *[older] I got your pictures. Send more if you like, or tap one of these.
}
choice-nearly = Nearly
    .symbol = 🤏
    .also = almost | sort of | kind of | nearly right | kinda
choice-leave-it = Leave it
    .symbol = ⏭️
    .also = leave it there | no | nothing | skip | thats it | nah
choice-a-person = Ask a person to help
    .symbol = 🙋
    .also = a person | person | someone | a person can ask me
